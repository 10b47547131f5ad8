export async function GET() {
  try {
    return Response.json(await Promise.resolve([]));
  } catch (error) {
    console.error(error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

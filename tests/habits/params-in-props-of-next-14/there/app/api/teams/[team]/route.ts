interface Props {
  params: { team: string };
}

export async function GET(_request: Request, props: Props) {
  const { team } = props.params;
  return Response.json({ team });
}

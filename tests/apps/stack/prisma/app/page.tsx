export default function Home() {
  return <main>An app without an API yet.</main>;
}

import { NextResponse } from 'next/server'
import { createPost, fetchPosts, parseNewPost, parsePostQuery } from './data'

export async function GET(req: Request) {
  const query = parsePostQuery(new URL(req.url).searchParams)
  if (!query.success) {
    return NextResponse.json(
      { error: 'Invalid query', issues: query.issues },
      { status: 400 },
    )
  }

  try {
    return NextResponse.json(await fetchPosts(query.data))
  } catch (error) {
    console.error('GET /api/posts failed:', error)
    return NextResponse.json(
      { error: 'Internal server error' },
      { status: 500 },
    )
  }
}

export async function POST(req: Request) {
  let body: unknown
  try {
    body = await req.json()
  } catch {
    return NextResponse.json(
      { error: 'Request body must be valid JSON' },
      { status: 400 },
    )
  }

  const input = parseNewPost(body)
  if (!input.success) {
    return NextResponse.json(
      { error: 'Invalid post', issues: input.issues },
      { status: 400 },
    )
  }

  try {
    const post = await createPost(input.data)
    return NextResponse.json(post, {
      status: 201,
      headers: { Location: `/api/posts/${post.id}` },
    })
  } catch (error) {
    console.error('POST /api/posts failed:', error)
    return NextResponse.json(
      { error: 'Internal server error' },
      { status: 500 },
    )
  }
}

const allow = { Allow: 'GET, HEAD, POST, OPTIONS' }

export function OPTIONS() {
  return new NextResponse(null, { status: 204, headers: allow })
}

function methodNotAllowed() {
  return NextResponse.json(
    { error: 'Method not allowed' },
    { status: 405, headers: allow },
  )
}

export {
  methodNotAllowed as PUT,
  methodNotAllowed as PATCH,
  methodNotAllowed as DELETE,
}

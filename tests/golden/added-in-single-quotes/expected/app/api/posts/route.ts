import { NextRequest, NextResponse } from 'next/server'
import { createPost, fetchPosts, parseNewPost, updatePost } from './data'

export const dynamic = 'force-dynamic'

// The newest first.
export async function GET(req: NextRequest) {
    const limit = Number(req.nextUrl.searchParams.get('limit') ?? 10)
    const { items: posts, total } = await fetchPosts({ page: 1, limit })

    return NextResponse.json({
        posts: posts.reverse(),
        total
    })
}

export async function POST(req: NextRequest) {
    let body: unknown
    try {
        body = await req.json()
    } catch {
        return NextResponse.json(
            { error: 'Request body must be valid JSON' },
            { status: 400 }
        )
    }

    const input = parseNewPost(body)
    if (!input.success) {
        return NextResponse.json(
            { error: 'Invalid post', issues: input.issues },
            { status: 400 }
        )
    }

    try {
        const post = await createPost(input.data)
        return NextResponse.json(post, {
            status: 201,
            headers: { Location: `/api/posts/${post.id}` }
        })
    } catch (error) {
        console.error('POST /api/posts failed:', error)
        return NextResponse.json(
            { error: 'Internal server error' },
            { status: 500 }
        )
    }
}

export async function PUT(req: NextRequest) {
    let body: unknown
    try {
        body = await req.json()
    } catch {
        return NextResponse.json(
            { error: 'Request body must be valid JSON' },
            { status: 400 }
        )
    }

    const id = readId(body)
    if (!id) {
        return NextResponse.json(
            {
                error: 'Invalid post',
                issues: ['id: expected a non-empty string']
            },
            { status: 400 }
        )
    }

    const input = parseNewPost(body)
    if (!input.success) {
        return NextResponse.json(
            { error: 'Invalid post', issues: input.issues },
            { status: 400 }
        )
    }

    try {
        const post = await updatePost(id, input.data)
        if (!post) {
            return NextResponse.json(
                { error: 'Post not found' },
                { status: 404 }
            )
        }
        return NextResponse.json(post)
    } catch (error) {
        console.error('PUT /api/posts failed:', error)
        return NextResponse.json(
            { error: 'Internal server error' },
            { status: 500 }
        )
    }
}

/** The id in a request's body, for the methods that name one there and not in the path. */
function readId(body: unknown) {
    if (typeof body !== 'object' || body === null) return undefined
    const { id } = body as Record<string, unknown>
    return typeof id === 'string' && id !== '' ? id : undefined
}

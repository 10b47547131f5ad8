import { NextRequest, NextResponse } from 'next/server'
import { fetchPosts } from './data'

export const dynamic = 'force-dynamic'

// The newest first.
export async function GET(req: NextRequest) {
    const posts = await fetchPosts()
    const limit = Number(req.nextUrl.searchParams.get('limit') ?? 10)

    return NextResponse.json({
        posts: posts.reverse().slice(0, limit),
        total: posts.length
    })
}

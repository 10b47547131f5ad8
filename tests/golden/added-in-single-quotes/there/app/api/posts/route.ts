import { NextRequest, NextResponse } from 'next/server'
import { fetchPosts } from './data'

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

import type { NextRequest } from 'next/server'

const teams = new Map<string, string>()

export async function GET() {
    return Response.json([...teams.values()])
}

export async function POST(request: NextRequest) {
    const { name, title } = await request.json()
    if (typeof name !== 'string' || typeof title !== 'string') {
        return Response.json(
            { error: 'A name and a title are required to make a team' },
            { status: 400 }
        )
    }
    teams.set(name, title)
    return Response.json({
        name,
        title
    }, { status: 201 })
}

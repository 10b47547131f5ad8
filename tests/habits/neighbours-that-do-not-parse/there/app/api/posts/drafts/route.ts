export const GET = async ( => {

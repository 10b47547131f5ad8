import type { PrismaClient } from "./generated/prisma/client";

declare const prisma: PrismaClient;

export default prisma;

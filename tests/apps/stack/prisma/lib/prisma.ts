import { PrismaLibSql } from "@prisma/adapter-libsql";
import { PrismaClient } from "./generated/prisma/client";

const globalForPrisma = globalThis as typeof globalThis & {
  prisma?: PrismaClient;
};

export const prisma =
  globalForPrisma.prisma ??
  new PrismaClient({
    adapter: new PrismaLibSql({ url: process.env["DATABASE_URL"] ?? "file:dev.db" }),
  });

if (process.env.NODE_ENV !== "production") globalForPrisma.prisma = prisma;

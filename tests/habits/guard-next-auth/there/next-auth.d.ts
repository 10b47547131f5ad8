declare module "next-auth" {
  export interface AuthOptions {
    secret?: string;
  }
  export function getServerSession(options: AuthOptions): Promise<{ user: { id: string } } | null>;
}

// A sample store, so that the routes answer at once. Replace the bodies with your database;
// the signatures are all that the routes need. It forgets everything when the server restarts.

export type NewCustomer = { title: string };
export type Customer = NewCustomer & { id: string; tenant: string };

export type CustomerQuery = { page: number; limit: number };

export type CustomerPage = {
  items: Customer[];
  page: number;
  limit: number;
  total: number;
};

type Parsed<T> =
  | { success: true; data: T; issues?: never }
  | { success: false; data?: never; issues: string[] };

// On globalThis because each route is bundled with its own copy of this module.
const key = Symbol.for("/api/[tenant]/customers");
const store = globalThis as typeof globalThis & {
  [key]?: Map<string, Customer>;
};
store[key] ??= new Map<string, Customer>();
const customers = store[key];

export async function fetchCustomers(
  tenant: string,
  query: CustomerQuery,
): Promise<CustomerPage> {
  const all = Array.from(customers.values()).filter(
    (customer) => customer.tenant === tenant,
  );
  const start = (query.page - 1) * query.limit;
  return {
    items: all.slice(start, start + query.limit),
    ...query,
    total: all.length,
  };
}

export async function fetchCustomer(
  tenant: string,
  id: string,
): Promise<Customer | undefined> {
  const customer = customers.get(id);
  if (customer?.tenant !== tenant) return undefined;
  return customer;
}

export async function createCustomer(
  tenant: string,
  input: NewCustomer,
): Promise<Customer> {
  const customer = { ...input, id: crypto.randomUUID(), tenant };
  customers.set(customer.id, customer);
  return customer;
}

export async function updateCustomer(
  tenant: string,
  id: string,
  changes: Partial<NewCustomer>,
): Promise<Customer | undefined> {
  const customer = await fetchCustomer(tenant, id);
  if (!customer) return undefined;
  const updated = { ...customer, ...changes, id, tenant };
  customers.set(id, updated);
  return updated;
}

export async function deleteCustomer(
  tenant: string,
  id: string,
): Promise<boolean> {
  const customer = await fetchCustomer(tenant, id);
  return customer ? customers.delete(id) : false;
}

export function parseNewCustomer(body: unknown): Parsed<NewCustomer> {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    return { success: false, issues: ["Expected a JSON object"] };
  }
  const { title } = body as Record<string, unknown>;
  if (typeof title !== "string" || title === "") {
    return { success: false, issues: ["title: expected a non-empty string"] };
  }
  return { success: true, data: { title } };
}

export function parseCustomerChanges(
  body: unknown,
): Parsed<Partial<NewCustomer>> {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    return { success: false, issues: ["Expected a JSON object"] };
  }
  const { title } = body as Record<string, unknown>;
  if (title === undefined) return { success: true, data: {} };
  if (typeof title !== "string" || title === "") {
    return { success: false, issues: ["title: expected a non-empty string"] };
  }
  return { success: true, data: { title } };
}

const maxPage = 10000;
const maxLimit = 100;

/** Reads `page` and `limit` from a URL. */
export function parseCustomerQuery(
  params: URLSearchParams,
): Parsed<CustomerQuery> {
  const page = wholeNumber(params.get("page") ?? "1", maxPage);
  const limit = wholeNumber(params.get("limit") ?? "20", maxLimit);

  const issues: string[] = [];
  if (page === undefined) {
    issues.push(`page: expected a whole number from 1 to ${maxPage}`);
  }
  if (limit === undefined) {
    issues.push(`limit: expected a whole number from 1 to ${maxLimit}`);
  }
  if (page === undefined || limit === undefined) {
    return { success: false, issues };
  }
  return { success: true, data: { page, limit } };
}

function wholeNumber(text: string, max: number): number | undefined {
  const number = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= max ? number : undefined;
}

export const router = { push(_path: string) {} };
export const report = (_error: unknown) => {};

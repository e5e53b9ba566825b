export const format = (config: { prefix: string }, token: string) => `${config.prefix} ${token}`;

export const encoded = (user: string, pass: string) => btoa(`${user}:${pass}`);

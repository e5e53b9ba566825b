export const state: { retrying: boolean } = { retrying: false };

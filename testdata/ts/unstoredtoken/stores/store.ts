export const store = { getState: () => ({ auth: { token: '' } }), dispatch(_action: unknown) {} };
export const setCredentials = (payload: unknown) => ({ type: 'auth/set', payload });

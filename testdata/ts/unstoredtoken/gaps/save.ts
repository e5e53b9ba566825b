export const saveTokens = async (tokens: object) => localStorage.setItem('tokens', JSON.stringify(tokens));

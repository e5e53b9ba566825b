// Texts that speak of tokens.
export const messages = {
  token: 'Application Token',
  accessToken: 'Token of your account',
  userToken: (n: number) => `Access tokens: ${n}`,
};
export const headers = { headers: { token: `Bearer ${process.env.X}` } }; // another header
export const later = 'Authorization';

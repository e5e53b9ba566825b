export const session = {
  token: () => localStorage.getItem('token'),
  save: (token: string) => localStorage.setItem('token', token),
};

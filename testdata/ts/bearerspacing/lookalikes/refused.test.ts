declare const token: string;

// A test that asserts the 401 sends the wrong value on purpose.
it('refuses two spaces', async () => {
  const res = await fetch('/me', { headers: { Authorization: `Bearer  ${token}` } }); // on purpose
  expect(res.status).toBe(401);
});

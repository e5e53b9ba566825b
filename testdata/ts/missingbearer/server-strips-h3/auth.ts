export default defineEventHandler((event) => {
  const header = getHeader(event, 'Authorization');
  if (!header?.startsWith('Bearer')) throw createError({ statusCode: 401 });
  return header.split(' ')[1];
});

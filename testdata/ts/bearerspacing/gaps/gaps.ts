declare const token: string;

// gap: "Bearer" and literal text are taken for one word.
export const a = fetch('/a', { headers: { Authorization: 'Bearer' + 'e831952584004b169b2409e20b584132' } });

// gap: written piece by piece.
let header = 'Bearer';
header += ':';
header += token;
export const c = fetch('/c', { headers: { Authorization: header } });

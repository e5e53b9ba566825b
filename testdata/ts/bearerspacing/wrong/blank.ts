declare const token: string;

// Another blank.
export const a = fetch("/a", { headers: { Authorization: "Bearer\t" + token } }); // want "error: a tab between `Bearer` and `token` where one space belongs"
export const b = fetch("/b", { headers: { Authorization: `Bearer	${token}` } }); // want "a tab between"
export const c = fetch("/c", { headers: { Authorization: `Bearer ${token}` } }); // want "a no-break space between"
export const d = fetch("/d", { headers: { Authorization: "Bearer\u00a0" + token } }); // want "a no-break space between"
export const e = fetch("/e", { headers: { Authorization: "Bearer\xA0" + token } }); // want "a no-break space between"
export const f = fetch("/f", { headers: { Authorization: `Bearer\n${token}` } }); // want "a line break between"
export const g = fetch("/g", { headers: { Authorization: "Bearer \u200b" + token } }); // want "a blank other than a space between"

declare const token: string;

// Blanks around the value: most clients trim them.
export const a = fetch('/a', { headers: { Authorization: ` Bearer ${token}` } }); // want "warning: a blank before `Bearer`"
export const b = fetch('/b', { headers: { Authorization: `Bearer ${token} ` } }); // want "warning: a blank after `token`"
export const c = fetch('/c', { headers: { Authorization: 'Bearer ' + token + '\n' } }); // want "warning: a line break after `token`"
export const d = fetch('/d', { headers: { Authorization: '\tBearer ' + token } }); // want "warning: a tab before `Bearer`"
export const e = fetch('/e', { headers: { Authorization: ` Bearer  ${token}` } }); // want "error: 2 spaces" "warning: a blank before"

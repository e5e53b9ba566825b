'use server';
import { cookies } from 'next/headers';

// Good: a server action, whose cookie goes to the page's own origin.
export async function login(form: FormData) {
  const store = await cookies();
  store.set('session', await newSession(form), { httpOnly: true });
}
declare function newSession(form: FormData): Promise<string>;

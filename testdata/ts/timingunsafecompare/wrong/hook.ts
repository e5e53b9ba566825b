// A hook of Fastify in a file of its own: the code of its refusal is all that
// tells what it is.
const APP_SECRET = process.env.APP_SECRET

export default async function hook(app: App) {
  app.addHook('onRequest', async (request, reply) => {
    const given = String(request.headers['x-app-secret'] || '').trim()
    if (given !== APP_SECRET) return reply.code(403).send({ error: 'forbidden' }) // want "compares `given` with the secret `APP_SECRET`"
  })
}

declare interface App { addHook(name: string, hook: (request: any, reply: any) => Promise<unknown>): void }

export function protect(app) {
  app.use((req, res, next) => (req.headers.authorization ? next() : res.sendStatus(401))) // gap: see the caller
}

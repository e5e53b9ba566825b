import { ApolloServer } from 'apollo-server-express';
import { findByToken } from './users';
export default new ApolloServer({
  context: async (req) => {
    const {
      req: {
        headers: { authorization },
      },
    } = req;
    const token = authorization !== 'null' ? authorization : null;
    return { user: token ? await findByToken(token) : null };
  },
});

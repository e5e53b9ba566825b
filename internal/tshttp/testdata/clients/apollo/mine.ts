export const setContext = (context: () => object) => context
export class ApolloClient {
  constructor(readonly options: object) {}
}

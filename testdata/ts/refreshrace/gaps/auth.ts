import NextAuth from 'next-auth'

async function refreshAccessToken(token: any) {
  const answer = await fetch('https://id.example.com/oauth/token', { method: 'POST', body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: token.refreshToken }) })
  const fresh = await answer.json()
  return { ...token, accessToken: fresh.access_token, refreshToken: fresh.refresh_token }
}

// gap: the callback of next-auth, which runs for each request of a page
export default NextAuth({
  callbacks: {
    async jwt({ token }: any) {
      if (Date.now() < token.expires) return token
      return refreshAccessToken(token)
    },
  },
} as any)

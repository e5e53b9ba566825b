export declare function logOut(): void
export declare function renew(): Promise<void>

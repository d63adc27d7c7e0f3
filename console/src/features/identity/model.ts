/** The server's own rule; repeated here only to say it before sending. */
export const PASSWORD_MIN = 10

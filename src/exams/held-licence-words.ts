/** Where the law says what an old licence becomes; a reference has one language. */
export const exchangeReference = 'Luật 36/2024/QH15, Điều 89 khoản 3'

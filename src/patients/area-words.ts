/** How an address names the kinds of areas, in whatever language the page is. */
export const wardKinds = { ward: 'phường', commune: 'xã', 'special-zone': 'đặc khu' } as const

/** The letter that has no accent to take away. */
export const strokedD = 'đ'

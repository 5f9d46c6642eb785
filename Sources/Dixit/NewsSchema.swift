// The schema of news: what can be asked about articles and press releases.

extension Schema {
    public static let news = Schema(sets: [])
}

// SPDX-License-Identifier: Apache-2.0

/// The days of the week, which stand where a place or an agency could: `MONDAY, June 1 -`, `(Tuesday)`.
enum Weekdays {
    /// `name` is a weekday in English, Spanish, French, German, Italian, Portuguese or Hungarian, in full or short.
    static func contains(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
        names.contains(name)
    }

    private static let names = WordTable([
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thurs", "fri",
        "sat",
        "sun", "today", "yesterday", "tomorrow", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo", "lundi", "mardi",
        "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag",
        "sonntag", "hétfő", "kedd", "szerda", "csütörtök", "péntek", "szombat", "vasárnap",
        "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica", "segunda", "terça", "quarta", "quinta", "sexta",
    ])
}

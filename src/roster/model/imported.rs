//! What an import of a list did, and what a person should be told about it.

/// Something a person should be told about a list. Rows are numbered as Excel shows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A row has data but no name a person can have; it was left out.
    NoValidName {
        /// Row.
        row: u32,
        /// What stands there.
        text: String,
    },
    /// A cell of the unit column holds no unit's name; kept in the note.
    NoUnitName {
        /// Row.
        row: u32,
        /// What stands there.
        text: String,
    },
    /// Not a phone number; kept in the note.
    UnreadablePhone {
        /// Row.
        row: u32,
        /// What stands there.
        text: String,
    },
    /// Not an e-mail address; kept in the note.
    UnreadableEmail {
        /// Row.
        row: u32,
        /// What stands there.
        text: String,
    },
    /// Not a birth date; kept in the note.
    UnreadableBirth {
        /// Row.
        row: u32,
        /// What stands there.
        text: String,
    },
    /// The sex column holds neither Nam nor Nữ; left unknown.
    SexUnclear {
        /// Row.
        row: u32,
        /// What stands there.
        text: String,
    },
    /// "nt" under a heading that is no unit: the unit of the row above was taken.
    DittoFromAbove {
        /// Row.
        row: u32,
        /// The unit taken.
        unit: String,
    },
    /// A row is the same person as an earlier row; kept once, the second post as a concurrent one.
    SameAsRow {
        /// Row.
        row: u32,
        /// The earlier row.
        earlier: u32,
        /// The name.
        name: String,
    },
    /// Might be somebody who is on the roster already; entered as another person.
    Suspected {
        /// Row.
        row: u32,
        /// The name.
        name: String,
        /// Who it might be.
        other: String,
    },
    /// Somebody on the roster moved to another unit or post.
    Moved {
        /// Row.
        row: u32,
        /// The name.
        name: String,
        /// Unit and post before.
        from: String,
        /// Unit and post now.
        to: String,
    },
    /// Columns on ethnicity, religion, party record or identity numbers, which the program does not keep.
    SensitiveLeftOut(Vec<String>),
    /// Columns the roster has no field for.
    ColumnsLeftOut(Vec<String>),
}

/// What an import of a list did, or would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RosterImported {
    /// Units created.
    pub units: usize,
    /// Collaborators created.
    pub collaborators: usize,
    /// Collaborators changed.
    pub updated: usize,
    /// Rows that brought nothing new.
    pub duplicates: usize,
    /// What a person should be told.
    pub notices: Vec<Notice>,
}

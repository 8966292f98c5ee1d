//! What came of a batch of rows.

view! {
    /// A batch of rows, row by row.
    pub struct RowsTaken {
        /// Rows in the batch.
        pub rows: u64,
        /// Rows that told something new.
        pub new: u64,
        /// Rows that changed what was known.
        pub changed: u64,
        /// Rows that told what was known already.
        pub same: u64,
        /// Every row that was not taken; all others were.
        pub refused: Vec<RowRefused>,
        /// Fields that could not be read and were left empty, with the reason and how often; their rows were taken.
        pub left_empty: Vec<String>,
    }
}
view! {
    /// A row that was not taken.
    pub struct RowRefused {
        /// Which one, counted from 0.
        pub row: u64,
        /// The field that is the reason; empty when it is the whole row.
        pub field: String,
        /// What stood there.
        pub value: String,
        /// Why, and the way out.
        pub detail: String,
    }
}

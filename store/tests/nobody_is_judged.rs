//! What is kept of a person at the customer is how to reach them and how to speak with them, and nothing that judges them.
use crate::support;
use store::dialect::Engine;
use support::both;
use support::world::read;

/// S116: there is no place for temper, mood or a rating of a person; whoever adds a column decides it here, by its name.
#[test]
fn s116_a_contact_has_no_field_for_temper() {
    const KEPT: &[&str] = &[
        "account_id",
        "active",
        "address_as",
        "email",
        "id",
        "language",
        "made_at",
        "name",
        "night_phone",
        "phone",
        "role",
        "zone",
    ];
    both(|db| {
        let columns: Vec<String> = read(&db, |conn| {
            match conn.engine() {
            Engine::Sqlite => conn.all("select name from pragma_table_info('contacts') order by name", &[]),
            Engine::Postgres => conn.all(
                "select cast(column_name as text) from information_schema.columns where table_name = 'contacts' order by 1",
                &[],
            ),
        }
        });
        let odd: Vec<&String> = columns.iter().filter(|name| !KEPT.contains(&name.as_str())).collect();
        assert!(odd.is_empty(), "what is this about a person? {odd:?}");
        assert!(columns.len() >= KEPT.len());
    });
}

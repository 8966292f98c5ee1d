//! The playbooks that come with the program, as data.
use casework::playbook::Playbook;
use std::sync::{Arc, OnceLock};

/// File name without its ending, and its text; a new file is a new line.
const FILES: [(&str, &str); 8] = [
    ("breaking_bad_news", include_str!("../../playbooks/breaking_bad_news.toml")),
    ("complaint_by_the_book", include_str!("../../playbooks/complaint_by_the_book.toml")),
    ("eight_d", include_str!("../../playbooks/eight_d.toml")),
    ("run_to_the_problem", include_str!("../../playbooks/run_to_the_problem.toml")),
    ("save_a_great_customer", include_str!("../../playbooks/save_a_great_customer.toml")),
    ("three_mistakes", include_str!("../../playbooks/three_mistakes.toml")),
    ("tough_conversation", include_str!("../../playbooks/tough_conversation.toml")),
    ("we_shipped_it_bad", include_str!("../../playbooks/we_shipped_it_bad.toml")),
];

/// Every built-in playbook, in the order of their names.
pub fn built_in() -> Arc<Vec<Playbook>> {
    static ALL: OnceLock<Arc<Vec<Playbook>>> = OnceLock::new();
    ALL.get_or_init(|| Arc::new(FILES.iter().map(|(_, text)| read(text)).collect())).clone()
}

fn read(text: &str) -> Playbook {
    toml::from_str(text).expect("a built-in playbook is read by the tests")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_folder_is_embedded_under_its_own_name() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../playbooks");
        let mut files: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|f| f.unwrap().file_name().into_string().unwrap())
            .filter_map(|f| f.strip_suffix(".toml").map(str::to_owned))
            .collect();
        files.sort();
        assert_eq!(files, FILES.map(|(name, _)| name));
        assert_eq!(built_in().iter().map(|p| p.name.as_str()).collect::<Vec<_>>(), FILES.map(|(name, _)| name));
    }
}

//! Each key as a variable: `database.postgres` is `SNUG_DATABASE_POSTGRES`.

use super::Fault;
use super::written::Written;
use serde::Deserialize;
use toml::{Table, Value};

/// What a variable's text is taken for.
#[derive(Clone, Copy)]
enum Kind {
    /// Itself.
    Text,
    /// A number, a yes or no, or a list, as TOML writes it.
    Toml,
}

/// Every key there is. A test compares them with the sample file, which has every key too.
const KEYS: [(&str, Kind); 25] = [
    ("listen", Kind::Text),
    ("scheme", Kind::Text),
    ("port", Kind::Toml),
    ("proxies", Kind::Toml),
    ("secret_file", Kind::Text),
    ("database.sqlite", Kind::Text),
    ("database.postgres", Kind::Text),
    ("database.connections", Kind::Toml),
    ("mail.folder", Kind::Text),
    ("mail.host", Kind::Text),
    ("mail.port", Kind::Toml),
    ("mail.security", Kind::Text),
    ("mail.user", Kind::Text),
    ("mail.password", Kind::Text),
    ("mail.password_file", Kind::Text),
    ("mail.connections", Kind::Toml),
    ("mail.timeout_seconds", Kind::Toml),
    ("mail.extra_root_certificate", Kind::Text),
    ("mail.hello_name", Kind::Text),
    ("mail.dkim", Kind::Toml),
    ("digest.every_minutes", Kind::Toml),
    ("metrics.listen", Kind::Text),
    ("log.level", Kind::Text),
    ("log.format", Kind::Text),
    ("limits.enabled", Kind::Toml),
];

/// Variables of the tests, which the program has no use for but may be started with.
const OF_THE_TESTS: &str = "SNUG_TEST_";

/// A key and the value that the environment gives it.
pub(super) struct Variable {
    key: &'static str,
    value: Value,
}

/// The settings among these variables.
pub(super) fn settings(variables: impl IntoIterator<Item = (String, String)>) -> Result<Vec<Variable>, Fault> {
    variables
        .into_iter()
        .filter(|(name, _)| name.starts_with("SNUG_") && !name.starts_with(OF_THE_TESTS))
        .map(|(name, text)| Variable::read(&name, &text))
        .collect()
}

impl Variable {
    fn read(name: &str, text: &str) -> Result<Self, Fault> {
        let found = KEYS.into_iter().find(|(key, _)| variable_name(key) == name);
        let (key, kind) = found.ok_or_else(|| Fault::new(name, "unknown setting"))?;
        let value = match kind {
            Kind::Text => Value::String(text.to_owned()),
            Kind::Toml => as_toml(text).unwrap_or_else(|| Value::String(text.to_owned())),
        };
        let variable = Self { key, value };
        // Understood alone, so that a message can name the variable.
        let mut alone = Table::new();
        variable.put_into(&mut alone);
        Written::deserialize(alone).map_err(|fault| Fault::new(name, fault.message()))?;
        Ok(variable)
    }

    /// Puts the value where the key belongs.
    pub(super) fn put_into(&self, table: &mut Table) {
        let Some((section, key)) = self.key.split_once('.') else {
            table.insert(self.key.to_owned(), self.value.clone());
            return;
        };
        let section = table.entry(section).or_insert_with(|| Value::Table(Table::new()));
        if let Value::Table(section) = section {
            section.insert(key.to_owned(), self.value.clone());
        }
    }
}

fn variable_name(key: &str) -> String {
    format!("SNUG_{}", key.replace('.', "_").to_uppercase())
}

fn as_toml(text: &str) -> Option<Value> {
    format!("value = {text}").parse::<Table>().ok()?.remove("value")
}

#[cfg(test)]
mod tests {
    use super::{KEYS, variable_name};
    use std::collections::BTreeSet;

    /// The keys in the sample file, also those that stand there as an example only.
    fn sampled() -> BTreeSet<String> {
        let (mut section, mut keys) = (String::new(), BTreeSet::new());
        for line in include_str!("../../../../deploy/snug.toml").lines() {
            let line = line.trim_start_matches("# ");
            if let Some(name) = line.strip_prefix("[[mail.").and_then(|rest| rest.strip_suffix("]]")) {
                keys.insert(format!("mail.{name}"));
                section = String::from("a table of a list");
            } else if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                section = format!("{name}.");
            } else if let Some((key, _)) = line.split_once(" = ")
                && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
                && !section.contains(' ')
            {
                keys.insert(format!("{section}{key}"));
            }
        }
        keys
    }

    #[test]
    fn the_sample_file_has_every_key_and_no_other() {
        let known: BTreeSet<String> = KEYS.iter().map(|(key, _)| (*key).to_owned()).collect();
        assert_eq!(sampled(), known);
    }

    #[test]
    fn no_two_keys_are_one_variable() {
        let names: BTreeSet<String> = KEYS.iter().map(|(key, _)| variable_name(key)).collect();
        assert_eq!(names.len(), KEYS.len());
        assert!(names.contains("SNUG_MAIL_TIMEOUT_SECONDS"));
    }
}

//! Every statement of the crate is understood by both engines.

use snug_store::testing::{Parameter, TestDatabase, prepare, query};
use snug_store::{Engine, Error};
use std::collections::HashMap;
use std::fs;
use std::path::Path;
use syn::parse::ParseStream;
use syn::punctuated::Punctuated;
use syn::visit::Visit;

/// The statements of the sources, and for whom they are.
#[derive(Default)]
struct Statements {
    /// What each macro without arguments stands for: the columns of a noun, or another piece of statements.
    pieces: HashMap<String, String>,
    found: Vec<(Option<Engine>, String)>,
}

impl Statements {
    fn note(&mut self, text: String) {
        let first = text.split_whitespace().next().unwrap_or_default();
        if ["SELECT", "INSERT", "UPDATE", "DELETE", "WITH"].contains(&first) {
            self.found.push((None, text));
        }
    }

    /// The text that `concat!` makes of literals and pieces.
    fn concatenated(&self, call: &syn::Macro) -> String {
        let parts = call.parse_body_with(Punctuated::<syn::Expr, syn::Token![,]>::parse_terminated);
        parts.unwrap().iter().map(|part| self.text(part)).collect()
    }

    fn text(&self, part: &syn::Expr) -> String {
        match part {
            syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => text.value(),
            syn::Expr::Macro(call) => {
                let name = call.mac.path.require_ident().unwrap().to_string();
                self.pieces.get(&name).unwrap_or_else(|| panic!("{name} is a piece of statements")).clone()
            }
            _ => panic!("statements are made of literals and pieces"),
        }
    }
}

/// The macros of the sources that stand for one literal.
#[derive(Default)]
struct Pieces(HashMap<String, String>);

impl<'ast> Visit<'ast> for Pieces {
    fn visit_item_macro(&mut self, item: &'ast syn::ItemMacro) {
        if let (Some(name), Ok(text)) = (&item.ident, item.mac.parse_body_with(literal)) {
            self.0.insert(name.to_string(), text);
        }
    }
}

/// Reads `() => { "a literal" }`.
fn literal(input: ParseStream<'_>) -> syn::Result<String> {
    let (arguments, body);
    syn::parenthesized!(arguments in input);
    input.parse::<syn::Token![=>]>()?;
    syn::braced!(body in input);
    input.parse::<Option<syn::Token![;]>>()?;
    if arguments.is_empty() {
        body.parse::<syn::LitStr>().map(|text| text.value())
    } else {
        Err(arguments.error("none"))
    }
}

impl<'ast> Visit<'ast> for Statements {
    fn visit_lit_str(&mut self, literal: &'ast syn::LitStr) {
        self.note(literal.value());
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        if call.path.is_ident("concat") {
            self.note(self.concatenated(call));
        }
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        let before = self.found.len();
        syn::visit::visit_expr_method_call(self, call);
        let texts = &mut self.found[before..];
        if call.method == "for_engine" {
            assert_eq!(texts.len(), 2, "one text for each engine");
            texts[0].0 = Some(Engine::Sqlite);
            texts[1].0 = Some(Engine::Postgres);
        } else if call.method == "on_postgres" {
            texts[0].0 = Some(Engine::Postgres);
        }
    }
}

/// The engines themselves and the test kit talk to one engine at a time.
fn speaks_one_dialect(path: &Path) -> bool {
    ["src/engine", "src/testing", "src/testing.rs"].iter().any(|place| path.ends_with(place))
}

fn collect(folder: &Path, files: &mut Vec<syn::File>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if speaks_one_dialect(&path) {
            continue;
        }
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.push(syn::parse_file(&fs::read_to_string(path).unwrap()).unwrap());
        }
    }
}

/// Every statement of the crate, and for whom it is.
pub(crate) fn statements() -> Vec<(Option<Engine>, String)> {
    let mut files = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let mut pieces = Pieces::default();
    files.iter().for_each(|file| pieces.visit_file(file));
    let mut statements = Statements { pieces: pieces.0, found: Vec::new() };
    files.iter().for_each(|file| statements.visit_file(file));
    assert!(statements.found.len() > 100, "guard: the statements are found");
    let in_pieces = statements.found.iter().filter(|(_, sql)| sql.contains("person.handle AS person_handle"));
    assert!(in_pieces.count() > 5, "guard: so are those that are put together");
    statements.found
}

#[tokio::test]
async fn every_statement_is_understood_by_both_engines() {
    let mut refused = Vec::new();
    let databases = [TestDatabase::sqlite(), TestDatabase::postgres()];
    for (engine, sql) in statements() {
        let sql: &'static str = sql.leak();
        for database in databases.iter().filter(|database| engine.is_none_or(|engine| engine == database.engine())) {
            if let Err(error) = database.write::<_, Error, _>(move |tx| prepare(tx, sql)).await {
                refused.push(format!("{:?}: {error}\n{sql}\n", database.engine()));
            }
        }
    }
    assert!(refused.is_empty(), "{}", refused.join("\n"));
}

/// Statements that go through a whole table or community, because they are about all of it.
const ABOUT_ALL: [&str; 5] = [
    // There are few communities, and the command line lists them.
    "FROM communities community ORDER BY",
    // A community has one icon of each kind.
    "DELETE FROM community_icons",
    // There are few migrations.
    "FROM schema_migrations ORDER BY",
    // These two are asked by the test kit alone.
    "SELECT state, count(*) FROM deliveries",
    "UNION SELECT html FROM messages",
];

#[tokio::test]
async fn no_statement_goes_through_a_whole_table_or_community() {
    let database = TestDatabase::sqlite();
    let mut whole = Vec::new();
    let mut looked_at = 0;
    for (engine, sql) in statements() {
        if engine == Some(Engine::Postgres) || ABOUT_ALL.iter().any(|all| sql.contains(all)) {
            continue;
        }
        let values: Vec<_> = (0..parameters(&sql)).map(|_| Parameter::Integer(1)).collect();
        let explained: &'static str = format!("EXPLAIN QUERY PLAN {sql}").leak();
        let plan = database.read(move |tx| query(tx, explained, &values, 4)).await;
        for step in plan.expect("a plan").into_iter().filter_map(|columns| columns.into_iter().nth(3)) {
            looked_at += 1;
            // What is derived in the statement is scanned, after it was searched for; a list that it is given too.
            let scanned =
                step.strip_prefix("SCAN ").filter(|name| *name != "CONSTANT ROW" && !name.starts_with("(subquery-"));
            let walks =
                scanned.is_some_and(|name| !name.contains("VIRTUAL TABLE") && !sql.contains(&format!("AS {name}")));
            if walks || step.ends_with("(community_id=?)") {
                whole.push(format!("{step}\n{sql}\n"));
            }
        }
    }
    assert!(looked_at > 100, "guard: there are plans");
    assert!(whole.is_empty(), "{}", whole.join("\n"));
}

/// How many parameters a statement has.
fn parameters(sql: &str) -> usize {
    let number = |rest: &str| rest.split(|letter: char| !letter.is_ascii_digit()).next()?.parse().ok();
    sql.split('$').skip(1).filter_map(number).max().unwrap_or(0)
}

/// Words in statements that are no choice of the domain.
const OTHER_WORDS: [&str; 4] = ["access", "probe", "schema_migrations", "subsec"];

#[test]
fn a_statement_names_no_word_that_nothing_stores() {
    let source = include_str!("../../src/words.rs");
    let (_, choices) = source.split_once("words! {").unwrap();
    let stored: Vec<&str> = choices.split('"').skip(1).step_by(2).chain(OTHER_WORDS).collect();
    let is_word =
        |text: &&str| !text.is_empty() && text.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_');
    let statements = statements();
    let named = statements.iter().flat_map(|(_, sql)| sql.split('\'').skip(1).step_by(2).filter(is_word));
    let named: Vec<_> = named.collect();
    assert!(named.len() > 20, "guard: the words are found");
    let unknown: Vec<_> = named.iter().filter(|word| !stored.contains(word)).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

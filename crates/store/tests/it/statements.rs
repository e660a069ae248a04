//! Every statement of the crate is understood by both engines.

use snug_store::testing::{TestDatabase, prepare};
use snug_store::{Engine, Error};
use std::fs;
use std::path::Path;
use syn::visit::Visit;

/// The statements of the sources, and for whom they are.
#[derive(Default)]
struct Statements {
    found: Vec<(Option<Engine>, String)>,
}

impl<'ast> Visit<'ast> for Statements {
    fn visit_lit_str(&mut self, literal: &'ast syn::LitStr) {
        let text = literal.value();
        let first = text.split_whitespace().next().unwrap_or_default();
        if ["SELECT", "INSERT", "UPDATE", "DELETE", "WITH"].contains(&first) {
            self.found.push((None, text));
        }
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        let before = self.found.len();
        syn::visit::visit_expr_method_call(self, call);
        if call.method == "for_engine" {
            let texts = &mut self.found[before..];
            assert_eq!(texts.len(), 2, "one text for each engine");
            texts[0].0 = Some(Engine::Sqlite);
            texts[1].0 = Some(Engine::Postgres);
        }
    }
}

/// The engines themselves and the test kit talk to one engine at a time.
fn speaks_one_dialect(path: &Path) -> bool {
    ["src/engine", "src/testing", "src/testing.rs"].iter().any(|place| path.ends_with(place))
}

fn collect(folder: &Path, statements: &mut Statements) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if speaks_one_dialect(&path) {
            continue;
        }
        if path.is_dir() {
            collect(&path, statements);
        } else {
            statements.visit_file(&syn::parse_file(&fs::read_to_string(path).unwrap()).unwrap());
        }
    }
}

#[tokio::test]
async fn every_statement_is_understood_by_both_engines() {
    let mut statements = Statements::default();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut statements);
    assert!(statements.found.len() > 30, "guard: the statements are found");

    let mut refused = Vec::new();
    let databases = [TestDatabase::sqlite(), TestDatabase::postgres()];
    for (engine, sql) in statements.found {
        let sql: &'static str = sql.leak();
        for database in databases.iter().filter(|database| engine.is_none_or(|engine| engine == database.engine())) {
            if let Err(error) = database.write::<_, Error, _>(move |tx| prepare(tx, sql)).await {
                refused.push(format!("{:?}: {error}\n{sql}\n", database.engine()));
            }
        }
    }
    assert!(refused.is_empty(), "{}", refused.join("\n"));
}

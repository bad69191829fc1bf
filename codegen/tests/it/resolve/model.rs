//! What `resolve` makes of texts: each `tests/corpus/model/NAME.idl` is compiled and the model compared with
//! `NAME.json`, in which what is false, empty or absent is left out. `BLESS=1` rewrites.

use crate::common::{compile_file, corpus};
use serde_json::Value;

/// The model without what says nothing.
fn pruned(value: Value) -> Option<Value> {
    match value {
        Value::Null | Value::Bool(false) => None,
        Value::String(text) if text.is_empty() => None,
        Value::Array(list) if list.is_empty() => None,
        // A variant of an enum says something by its name alone.
        Value::Object(map) if map.len() == 1 && map.keys().all(|key| key.starts_with(char::is_uppercase)) => {
            let keep = |value| pruned(value).unwrap_or_default();
            Some(Value::Object(map.into_iter().map(|(key, value)| (key, keep(value))).collect()))
        }
        // Places in a list have meaning, so all of them stay.
        Value::Array(list) => Some(Value::Array(list.into_iter().map(|v| pruned(v).unwrap_or_default()).collect())),
        Value::Object(map) => {
            let map: serde_json::Map<_, _> =
                map.into_iter().filter_map(|(key, value)| pruned(value).map(|value| (key, value))).collect();
            (!map.is_empty()).then_some(Value::Object(map))
        }
        other => Some(other),
    }
}

#[test]
fn goldens() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for entry in std::fs::read_dir(corpus("model")).expect("the corpus is there") {
        let path = entry.expect("readable").path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if !name.ends_with(".idl") || name == "layout.idl" {
            continue;
        }
        count += 1;
        let compilation = compile_file("model", &name);
        assert!(compilation.is_ok(), "{name}: {:?}", compilation.diagnostics);
        let model = serde_json::to_value(&compilation.model).expect("a model is JSON");
        let text = serde_json::to_string_pretty(&pruned(model)).expect("JSON") + "\n";
        let golden = path.with_extension("json");
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&golden, &text).expect("writable");
        } else if std::fs::read_to_string(&golden).ok().as_ref() != Some(&text) {
            wrong.push(name);
        }
    }
    assert!(count > 0);
    assert!(wrong.is_empty(), "these models changed, BLESS=1 rewrites their goldens: {wrong:?}");
}

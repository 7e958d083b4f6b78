//! Makes one method of `Words` from every message of `locales/vi.ftl`, so that the compiler checks message ids and their
//! arguments. A message without arguments becomes `fn id(&self) -> &str`, one with arguments `fn id(&self, a, b) -> String`
//! with the arguments in alphabetical order.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

type Error = Box<dyn std::error::Error>;

fn main() -> Result<(), Error> {
    println!("cargo:rerun-if-changed=locales");
    println!("cargo:rerun-if-changed=build.rs");
    let vi = messages(Path::new("locales/vi.ftl"))?;
    let en = messages(Path::new("locales/en.ftl"))?;
    let mut out = String::from("impl Words {\n");
    let mut plain = Vec::new();
    for (id, message) in &vi {
        method(&mut out, id, message, &mut plain)?;
    }
    out.push_str("}\n\n");
    list(&mut out, "PLAIN", "Ids of the messages without arguments, in the order of their slots.", &plain)?;
    signatures(&mut out, "SIGNATURES_VI", &vi)?;
    signatures(&mut out, "SIGNATURES_EN", &en)?;
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("messages.rs"), out)?;
    Ok(())
}

/// One message: its text for the doc comment and the names of its arguments.
struct Message {
    shown: String,
    arguments: BTreeSet<String>,
}

fn messages(path: &Path) -> Result<BTreeMap<String, Message>, Error> {
    let source = fs::read_to_string(path)?;
    let resource = fluent_syntax::parser::parse(source.as_str())
        .map_err(|(_, errors)| format!("{}: {errors:?}", path.display()))?;
    let mut found = BTreeMap::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let Some(value) = message.value else { continue };
        let mut arguments = BTreeSet::new();
        collect(&value, &mut arguments);
        let shown = shown(&value);
        let id = message.id.name.to_owned();
        if found.insert(id.clone(), Message { shown, arguments }).is_some() {
            return Err(format!("{}: message {id} stands twice", path.display()).into());
        }
    }
    Ok(found)
}

fn collect(pattern: &Pattern<&str>, arguments: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, arguments);
        }
    }
}

fn in_expression(expression: &Expression<&str>, arguments: &mut BTreeSet<String>) {
    match expression {
        Expression::Select { selector, variants } => {
            in_inline(selector, arguments);
            for variant in variants {
                collect(&variant.value, arguments);
            }
        }
        Expression::Inline(inline) => in_inline(inline, arguments),
    }
}

fn in_inline(inline: &InlineExpression<&str>, arguments: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            arguments.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => in_expression(expression, arguments),
        InlineExpression::FunctionReference { arguments: call, .. } => {
            for positional in &call.positional {
                in_inline(positional, arguments);
            }
        }
        _ => {}
    }
}

/// The fixed parts of a message's first line, for the method's doc comment.
fn shown(pattern: &Pattern<&str>) -> String {
    let mut text = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable { .. } => text.push('…'),
        }
    }
    text.lines().next().unwrap_or_default().replace(['`', '[', ']', '<', '>', '\\'], " ")
}

fn method(out: &mut String, id: &str, message: &Message, plain: &mut Vec<String>) -> Result<(), Error> {
    let name = id.replace('-', "_");
    writeln!(out, "    /// “{}”", message.shown)?;
    if message.arguments.is_empty() {
        writeln!(out, "    pub fn {name}(&self) -> &str {{ self.plain({}) }}", plain.len())?;
        plain.push(id.to_owned());
        return Ok(());
    }
    let parameters: Vec<String> =
        message.arguments.iter().map(|argument| format!("{argument}: impl Into<FluentValue<'a>>")).collect();
    let pairs: Vec<String> =
        message.arguments.iter().map(|argument| format!("(\"{argument}\", {argument}.into())")).collect();
    writeln!(out, "    #[allow(clippy::needless_pass_by_value, clippy::too_many_arguments)]")?;
    writeln!(
        out,
        "    pub fn {name}<'a>(&self, {}) -> String {{ self.filled(\"{id}\", [{}]) }}",
        parameters.join(", "),
        pairs.join(", ")
    )?;
    Ok(())
}

fn list(out: &mut String, name: &str, doc: &str, ids: &[String]) -> Result<(), Error> {
    writeln!(out, "/// {doc}\npub(crate) const {name}: &[&str] = &{ids:?};")?;
    Ok(())
}

fn signatures(out: &mut String, name: &str, messages: &BTreeMap<String, Message>) -> Result<(), Error> {
    writeln!(
        out,
        "/// Every message's id and arguments.\n#[cfg(test)]\nconst {name}: &[(&str, &[&str])] = &["
    )?;
    for (id, message) in messages {
        let arguments: Vec<&String> = message.arguments.iter().collect();
        writeln!(out, "    ({id:?}, &{arguments:?}),")?;
    }
    writeln!(out, "];")?;
    Ok(())
}

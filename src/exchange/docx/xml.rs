//! Small things about XML elements that every part of a docx needs.

use quick_xml::events::BytesStart;

use crate::exchange::Refusal;

/// The value of an attribute by its local name.
pub fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    element
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)
        .map(|attribute| match attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0) {
            Ok(value) => value.into_owned(),
            Err(_) => String::new(),
        })
}

/// An on-off property: present without a value means on.
pub fn flag(element: &BytesStart) -> bool {
    !matches!(attribute(element, "val").as_deref(), Some("0" | "false" | "off" | "none"))
}

/// A part that is not the XML it should be.
pub fn damaged(part: &str) -> Refusal {
    Refusal::Damaged { part: part.to_owned() }
}

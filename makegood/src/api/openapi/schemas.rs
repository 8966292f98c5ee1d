//! Shapes as JSON Schema: each object once, by its name.
use casework::shape::{Field, Required, Shape};
use serde_json::{Map, Value, json};

/// Objects seen so far.
#[derive(Default)]
pub struct Schemas {
    all: Map<String, Value>,
}

impl Schemas {
    pub fn add(&mut self, name: &str, schema: Value) {
        self.all.insert(name.to_owned(), schema);
    }

    pub fn into_value(self) -> Value {
        Value::Object(self.all)
    }

    /// The schema of a shape; an object becomes a reference.
    pub fn of(&mut self, shape: &Shape) -> Value {
        match shape {
            Shape::Text => json!({ "type": "string" }),
            Shape::Integer => json!({ "type": "integer" }),
            Shape::Truth => json!({ "type": "boolean" }),
            Shape::Time => json!({ "type": "string", "format": "date-time" }),
            Shape::Date => json!({ "type": "string", "format": "date" }),
            Shape::Id => json!({ "type": "string", "format": "uuid" }),
            Shape::OneOf(words) => json!({ "enum": words }),
            Shape::Optional(inner) => json!({ "anyOf": [self.of(inner), { "type": "null" }] }),
            Shape::List(inner) => json!({ "type": "array", "items": self.of(inner) }),
            Shape::Object(name, fields) => self.object(name, fields),
        }
    }

    fn object(&mut self, name: &str, fields: &[Field]) -> Value {
        let reference = json!({ "$ref": format!("#/components/schemas/{name}") });
        if self.all.contains_key(name) {
            return reference;
        }
        let mut properties = Map::new();
        for field in fields {
            let mut schema = self.of(&field.shape);
            if !field.doc.is_empty() {
                schema["description"] = json!(field.doc);
            }
            properties.insert(field.name.to_owned(), schema);
        }
        let required: Vec<&str> = fields.iter().filter(|f| f.required == Required::Yes).map(|f| f.name).collect();
        // Only what comes in is closed: what goes out may grow.
        let mut made = json!({ "type": "object", "properties": properties, "required": required });
        if !is_view(name) {
            made["additionalProperties"] = json!(false);
        }
        self.add(name, made);
        reference
    }
}

fn is_view(name: &str) -> bool {
    ["View", "Ref", "List", "Line", "Tally", "Document"].iter().any(|end| name.ends_with(end))
}

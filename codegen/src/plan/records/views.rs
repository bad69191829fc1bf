//! The safe faces of records.

use crate::layout::Target;
use crate::model::{Count, CountTarget, Decl, Field, Id, Param, Record, Type, Unicode};
use crate::names::{self, Made, Scope};
use crate::plan::context::Face;
use crate::plan::context::{Records, Types};
use crate::plan::records::duty::whole;
use crate::plan::records::duty::{join_bounded, keep_deciding_bits};
use crate::plan::types::overlooked;
use crate::plan::words::outer;
use crate::plan::{Elem, FieldRole, FixedView, Hold, List, OwnArray, Path, TailView, Ty, View, ViewField, field};

/// Checks that a field is no bit field: none has a place of its own, whether it is shown, counts or switches.
fn check_bits(field: &Field) -> Result<(), String> {
    if field.bits.is_some() { Err(format!("{} is a bit field", field.param.head.name)) } else { Ok(()) }
}

impl Types<'_> {
    /// The name of a record's view.
    fn view_name(&self, id: Id<Record>) -> String {
        let record = &self.model.records[id];
        let usual = record.view.clone().unwrap_or_else(|| names::made(Made::View, &record.head.name)[0].clone());
        self.names.made(Decl::Record(id), Made::View, usual)
    }

    pub(crate) fn view_path(&self, id: Id<Record>) -> Path {
        Path { name: self.view_name(id), ..self.path(Decl::Record(id)) }
    }

    /// The packing that Rust must be told of: one that changes something.
    pub(crate) fn packed(&self, id: Id<Record>) -> Option<u32> {
        let align = self.layouts.record(id, Target::X86_64).align;
        self.model.records[id].pack.map(u32::from).filter(|&pack| pack < 8 && u64::from(pack) <= align)
    }

    /// The indices of fields that only count others.
    pub(crate) fn counters(&self, record: &Record) -> Vec<usize> {
        let counts = record.fields.iter().flat_map(|f| f.param.facts.size_is.iter().flatten());
        counts.filter_map(|c| if let CountTarget::Index(i) = c.by { Some(i as usize) } else { None }).collect()
    }

    /// The fields that a reader sees: no padding, no counts, no discriminant that says nothing else.
    fn logical<'r>(&self, record: &'r Record) -> Vec<&'r Field> {
        let mut hidden = self.counters(record);
        hidden.extend(record.fields.iter().filter_map(|f| {
            let switch = f.param.facts.switch_is.as_ref()?;
            let by = switch.by as usize;
            self.full_mask(&record.fields[by].param.ty, switch.mask).then_some(by)
        }));
        let visible = |(i, f): &(usize, &Field)| !hidden.contains(i) && !f.param.facts.reserved;
        record.fields.iter().enumerate().filter(visible).map(|(_, f)| f).collect()
    }

    fn pointer_role(&self, record: &Record, param: &Param, elem: Elem, hold: Hold) -> Result<FieldRole, String> {
        match &param.facts.unicode {
            None => Ok(FieldRole::Pointer(field::Pointer { elem, hold })),
            Some(_) if record.union => {
                Err("a record with strings whose width a flag outside of the union decides".into())
            }
            Some(_) if hold != Hold::Chained => {
                Err("a record with strings of either width and memory of its own".into())
            }
            Some(unicode) => {
                let (field, flag) = self.width_flag(record, unicode)?;
                Ok(FieldRole::WidePointer(field::WidePointer { elem, field, flag }))
            }
        }
    }

    fn string_role(&self, record: &Record, param: &Param, unit: &Type) -> Result<FieldRole, String> {
        let wide = self.text(unit)? || param.facts.wide;
        match &param.facts.unicode {
            None => Ok(FieldRole::Text(field::Text { wide })),
            Some(_) if record.union => Err("a string whose width a flag outside of the union decides".into()),
            Some(unicode) => {
                let (field, flag) = self.width_flag(record, unicode)?;
                Ok(FieldRole::TextBy(field::TextBy { field, flag }))
            }
        }
    }

    /// The field that says how wide characters are, and its bits that do.
    fn width_flag(&self, record: &Record, unicode: &Unicode) -> Result<(String, i128), String> {
        let holder = &record.fields[unicode.param as usize].param;
        let flag = self.bits_of(holder, u64::from(unicode.flag.value.cast_unsigned()))?;
        Ok((holder.head.name.clone(), flag))
    }

    /// Whether a string's units are wide.
    pub(crate) fn text(&self, unit: &Type) -> Result<bool, String> {
        match self.model.strip(unit) {
            Type::WChar | Type::Int { bits: 16, .. } => Ok(true),
            Type::Char { .. } | Type::Byte | Type::Int { bits: 8, .. } => Ok(false),
            _ => Err("a string of something else than characters".into()),
        }
    }
}

impl Records<'_> {
    /// Builds the face of a record; an error says why it has none.
    pub(crate) fn build_view(&self, id: Id<Record>) -> Result<View, String> {
        let record = &self.model.records[id];
        if matches!(self.face(id), Face::Fixed | Face::List | Face::Tail) {
            self.check_size(record)?;
            self.check_addresses(record)?;
            self.check_counts(record)?;
            record.fields.iter().try_for_each(check_bits)?;
        }
        match self.face(id) {
            Face::Plain => Ok(View::Plain { derives: self.derives(id) }),
            Face::Fixed => self.fixed(id).map(View::Fixed),
            Face::List => self.list(record).map(View::List),
            Face::Tail => self.tail(id),
            Face::Raw if record.union => Err("a union without switch_is at its use".into()),
            Face::Raw => Err(self.why_raw(id)),
        }
    }

    fn why_raw(&self, id: Id<Record>) -> String {
        let record = &self.model.records[id];
        if let Err(why) = self.has_layout(id) {
            return why;
        }
        if self.is_made_up(id) {
            return format!("{} is made up: what pointers to it lead to is something else", record.head.name);
        }
        if let Err(why) =
            self.check_size(record).and_then(|()| self.check_addresses(record)).and_then(|()| self.check_counts(record))
        {
            return why;
        }
        if self.packed(id).is_some() {
            return "packed, with pointers in it".into();
        }
        let reason = record.fields.iter().find_map(|f| self.field_role(record, &f.param).err());
        reason.unwrap_or_else(|| "a field that nothing describes".into())
    }

    /// Whether all parts of a plain record can be compared and printed by derivation.
    fn derives(&self, id: Id<Record>) -> bool {
        self.derived[id.index()]
    }

    /// Finds that out for a record, after those that stand in it.
    pub(crate) fn find_derives(&self, record: &Record) -> bool {
        let part = |ty: &Type| match self.model.strip(ty) {
            Type::Record(id) => self.is_runtime(Decl::Record(*id)) || self.derives(*id),
            Type::Array { of, .. } => self.check_shown(of).is_ok(),
            _ => true,
        };
        !record.union && record.fields.iter().all(|f| f.param.facts.reserved || part(&f.param.ty))
    }

    fn fixed(&self, id: Id<Record>) -> Result<FixedView, String> {
        let record = &self.model.records[id];
        self.check_duties(record)?;
        let mut scope = self.scope(&["new", "default", "clone", "eq", "fmt", "into", "from", "get"]);
        let (mut fields, mut switch) = (Vec::new(), None);
        for field in self.logical(record) {
            if field.param.facts.switch_is.is_some() {
                if switch.is_some() {
                    return Err("two switched unions in one record".into());
                }
                switch = Some(self.switch(id, field, &mut scope)?);
            } else {
                fields.push(self.view_field(record, &field.param, &mut scope)?);
            }
        }
        keep_deciding_bits(&mut fields, switch.as_ref());
        let bounds = self.bounds(record, &fields, None)?;
        join_bounded(&mut fields, &bounds);
        // An array that is replaced could have fewer elements than another field says.
        let own = own_array(&fields).filter(|_| bounds.is_empty());
        Ok(FixedView {
            name: self.view_name(id),
            own: own.map(Box::new),
            fields,
            switch,
            zeros: self.reserved_pointers(record),
            bounds,
            has_refs: self.has_refs(id),
            refs: self.refs(record)?,
            recursive: self.is_recursive(id),
            portable: self.is_portable(id),
        })
    }

    fn reserved_pointers(&self, record: &Record) -> Vec<String> {
        let params = record.fields.iter().map(|field| &field.param);
        let pointers =
            params.filter(|param| param.facts.reserved && !self.is_numbers(&param.ty) && !self.plain_type(&param.ty));
        pointers.map(|param| param.head.name.clone()).collect()
    }

    fn view_field(&self, record: &Record, param: &Param, scope: &mut Scope) -> Result<ViewField, String> {
        let com = param.head.name.clone();
        let role = self.field_role(record, param)?;
        let (name, setter) = accessors(&com, scope);
        Ok(ViewField { name, setter, com, docs: param.head.docs.clone(), role, keep: 0, joint: false })
    }

    fn list(&self, record: &Record) -> Result<List, String> {
        if let Some(name) = self.reserved_pointers(record).first() {
            return Err(format!("{name} is reserved and points, in a record that ends in an array"));
        }
        let items = record.fields.last().ok_or("no fields")?;
        let Some(Some(said @ Count { by: CountTarget::Index(_), bytes: false, .. })) =
            items.param.facts.size_is.first()
        else {
            return Err(format!("no field counts {}", items.param.head.name));
        };
        self.check_duties(record)?;
        whole(&items.param.facts, 0)?;
        let (count, count_ty) = self.count_field(record, &items.param, said)?;
        let Type::Array { of, .. } = self.model.strip(&items.param.ty) else { return Err("no array".into()) };
        self.check_shown(of)?;
        self.agrees(&items.param)?;
        self.check_ends(&items.param, true)?;
        self.counts_elements(of, said)?;
        let elem = self.elem(of, &items.param)?;
        overlooked::none(&items.param.facts, &overlooked::of_items(&elem))?;
        Ok(List { count, count_ty, items: items.param.head.name.clone(), elem })
    }

    fn tail(&self, id: Id<Record>) -> Result<View, String> {
        let record = &self.model.records[id];
        let list = self.list(record)?;
        let mut scope = self.scope(&[]);
        let mut fields = Vec::new();
        for field in self.logical(record).iter().filter(|f| f.param.head.name != list.items) {
            let planned = self.view_field(record, &field.param, &mut scope)?;
            if !matches!(planned.role, FieldRole::Value(_)) {
                return Err(format!("{} points, in a record that ends in an array", planned.com));
            }
            fields.push(planned);
        }
        let items = scope.take(names::parameter(&list.items), || names::full(&list.items));
        let bounds = self.bounds(record, &fields, Some(&items))?;
        Ok(View::Tail(TailView { name: self.view_name(id), list, items, fields, bounds }))
    }

    /// What all attributes of a field (or an arm's member) make of it for a reader.
    pub(crate) fn field_role(&self, record: &Record, param: &Param) -> Result<FieldRole, String> {
        self.agrees(param)?;
        self.check_ends(param, true)?;
        self.check_address(param, &param.head.name)?;
        let role = self.described_field(record, param)?;
        overlooked::none(&param.facts, &overlooked::of_field(&role, &param.facts))?;
        Ok(role)
    }

    fn described_field(&self, record: &Record, param: &Param) -> Result<FieldRole, String> {
        self.is_known(&param.ty)?;
        let facts = &param.facts;
        let stripped = self.model.strip(&param.ty);
        if let Type::Record(id) = stripped
            && !self.is_plain(*id)
        {
            return self.record_role(*id);
        }
        self.check_shown(stripped)?;
        whole(facts, 0)?;
        if self.is_bstr(&param.ty) {
            return Err("a string that knows its length".into());
        }
        let is_value = matches!(self.abi(&param.ty), Ty::Path(_)) || !matches!(stripped, Type::Pointer { .. });
        if is_value {
            return self
                .conv(&param.ty, facts)
                .map(|conv| FieldRole::Value(field::Value { abi: self.abi(&param.ty), conv }));
        }
        let pointee = stripped.pointee().ok_or("no pointer")?;
        if let Some(Some(count)) = facts.size_is.first() {
            return self.counted(record, param, pointee, count);
        }
        if facts.string {
            return self.string_role(record, param, pointee);
        }
        if facts.slot {
            if matches!(self.abi(&param.ty), Ty::Pointer(_, true)) {
                return Err("a place to write to is constant".into());
            }
            self.is_one(facts, pointee)?;
            return self.conv(pointee, facts).map(|_| FieldRole::Slot(field::Slot { ty: self.abi(pointee) }));
        }
        match self.model.strip(pointee) {
            Type::Interface(id) if !self.is_counted(*id) => Err("an interface without IUnknown".into()),
            Type::Interface(id) => {
                outer::check(&param.head.name)?;
                Ok(FieldRole::Interface(field::Interface { interface: self.path(Decl::Interface(*id)) }))
            }
            Type::Record(id) if matches!(self.face(*id), Face::List | Face::Tail) => {
                let (hold, refs) = (self.hold(param, pointee)?, self.has_refs(*id));
                Ok(FieldRole::ListPointer(field::ListPointer { record: self.path(Decl::Record(*id)), hold, refs }))
            }
            _ => {
                self.is_one(facts, pointee)?;
                self.check_shown(pointee)?;
                let (elem, hold) = (self.elem(pointee, param)?, self.hold(param, pointee)?);
                self.pointer_role(record, param, elem, hold)
            }
        }
    }

    fn record_role(&self, id: Id<Record>) -> Result<FieldRole, String> {
        let name = &self.model.records[id].head.name;
        if self.face(id) != Face::Fixed {
            return Err(format!("{name} has no safe view"));
        }
        let (record, refs) = (self.path(Decl::Record(id)), self.has_refs(id));
        let logical = self.logical(&self.model.records[id]);
        if let [only] = logical.as_slice()
            && only.param.facts.switch_is.is_none()
            && let role = self.field_role(&self.model.records[id], &only.param)?
            && !role.can_be_refused()
            && let FieldRole::Counted(field::Counted { count, count_ty, elem, hold }) = role
            && hold != Hold::Own
        {
            return Ok(FieldRole::Inline(field::Inline {
                record,
                start: only.param.head.name.clone(),
                count,
                count_ty,
                elem,
                hold,
                refs,
            }));
        }
        Ok(FieldRole::Nested(field::Nested { record, view: self.view_path(id), refs }))
    }

    fn counted(&self, record: &Record, param: &Param, pointee: &Type, count: &Count) -> Result<FieldRole, String> {
        let (count_field, count_ty) = self.count_field(record, param, count)?;
        if param.facts.unicode.is_some() {
            return Err(format!("a flag decides the width of the strings of {}", param.head.name));
        }
        self.check_shown(pointee)?;
        self.counts_elements(pointee, count)?;
        let elem = if count.bytes { self.bytes(pointee)? } else { self.elem(pointee, param)? };
        Ok(FieldRole::Counted(field::Counted { count: count_field, count_ty, elem, hold: self.hold(param, pointee)? }))
    }

    /// The name and type of the field that counts what a member points to: a plain number that has a place of its own
    /// beside it.
    pub(crate) fn count_field(&self, record: &Record, param: &Param, count: &Count) -> Result<(String, Ty), String> {
        let CountTarget::Index(by) = count.by else {
            return Err(format!("{} is counted by an expression", param.head.name));
        };
        if record.union {
            return Err(format!("another member of the union counts {}", param.head.name));
        }
        let counter = &record.fields[by as usize];
        check_bits(counter)?;
        let name = counter.param.head.name.clone();
        let ty = self.counter(&counter.param.ty, &counter.param.facts);
        let ty = ty.ok_or_else(|| format!("{name} is no plain number"))?;
        Ok((name, ty))
    }

    /// Whether a view can compare and print what it shows, which no union can of which nothing says what it holds.
    fn check_shown(&self, ty: &Type) -> Result<(), String> {
        match self.model.strip(ty) {
            Type::Array { of, .. } => self.check_shown(of),
            Type::Record(id) if self.is_plain(*id) && !self.is_runtime(Decl::Record(*id)) && !self.derives(*id) => {
                Err(format!("{} is or holds a union that nothing switches", self.model.records[*id].head.name))
            }
            _ => Ok(()),
        }
    }
}

/// The names of what reads and of what writes a field.
pub(crate) fn accessors(com: &str, scope: &mut Scope) -> (String, String) {
    let name = scope.take(names::parameter(com), || names::full(com));
    let setter = names::after("with", &name);
    let setter = scope.take(setter.clone(), || setter);
    (name, setter)
}

/// The array that is a block of its own, where there is one such.
fn own_array(fields: &[ViewField]) -> Option<OwnArray> {
    let mut found = fields.iter().filter_map(|field| match &field.role {
        FieldRole::Counted(field::Counted { count, count_ty, elem, hold: Hold::Own }) => Some(OwnArray {
            start: field.com.clone(),
            count: count.clone(),
            count_ty: count_ty.clone(),
            elem: elem.clone(),
        }),
        _ => None,
    });
    let own = found.next();
    if found.next().is_some() { None } else { own }
}

# Being prepared: stock and what may stand in, found at once; emergency plans; what is missing before it is needed.

# Lists beside the orders
cli-import-stock = Bring in stock from a CSV file: item, site, on hand, free, ready on, lead time in days; the same file again changes nothing
cli-import-alternates = Bring in what may stand in for an item: item, alternate, how it fits, approved by which customer, data sheet
cli-import-decimal = What divides whole pieces from parts, where the file does not show it: comma or point
import-why-not-a-number = This is not a number.
import-why-either-mark = This can be read as thousands or as parts of one. Say --decimal comma or --decimal point.
import-why-row-twice = The same thing stands on row { $first } already.
import-why-itself = An item cannot stand in for itself.
import-why-no-such-customer = Nobody here knows this customer. Add the account first, or leave the cell empty when no customer approved it.
import-cannot-nothing-said = No column says anything about the items. Name one of these: { $fields }, such as --map free="Column name".
import-dry-run-list = This was a dry run: nothing was kept.

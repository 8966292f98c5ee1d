# The words of the style page (developers only).

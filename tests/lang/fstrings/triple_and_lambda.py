print(f"""multi
{1 +
2} {(lambda v: v * 2)(4)}
end""", rf"\n{1}", f"\x41{'x'}\n{'y'}")

naïve = 1
größe = 2
变量 = 3
print(naïve + größe + 变量, "变量" in globals())
class Ñ:
    ç = 5
print(Ñ.ç, Ñ.__name__)

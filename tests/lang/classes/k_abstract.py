from abc import ABC, abstractmethod
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    def describe(self): return f"{self.name}: {self.area()}"
def attempt(f):
    try: print(f())
    except TypeError as e: print(e)
attempt(Shape)
class Half(Shape):
    def area(self): return 1
attempt(Half)
class Sq(Half):
    name = "sq"
print(Sq().describe(), sorted(Shape.__abstractmethods__), Sq.__abstractmethods__)
class Ext(Shape):
    def __init__(self, x): self.x = x
    area = None
attempt(lambda: Ext(1))
class Plain:
    @abstractmethod
    def f(self): pass
print(type(Plain()).__name__, Plain.f.__isabstractmethod__)

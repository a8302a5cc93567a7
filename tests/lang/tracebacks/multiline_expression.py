# stderr: full
value = (1 +
         2 +
         None)
